export { OAuthClientsModule } from './oauth-clients.module.js';
export { TestClients } from './test-clients.js';
