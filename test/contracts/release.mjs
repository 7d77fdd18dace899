// `npm run contracts:release`: what is printed now is the released contract that later changes are compared with.
import { copyFileSync } from 'node:fs';

copyFileSync('src/schema.graphql', 'test/contracts/released/schema.graphql');
copyFileSync('openapi.yaml', 'test/contracts/released/openapi.yaml');
process.stdout.write('The contract is released. Take what test/contracts/named-changes.ts names out of it.\n');
