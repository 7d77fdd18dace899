import { Ground20261121000000 } from './20261121000000-ground.js';
import { Plumbing20261121000100 } from './20261121000100-plumbing.js';
import { Identity20261121000200 } from './20261121000200-identity.js';
import { Verification20261121000300 } from './20261121000300-verification.js';
import { Cases20261121000400 } from './20261121000400-cases.js';
import { Intake20261121000500 } from './20261121000500-intake.js';
import { Standing20261121000600 } from './20261121000600-standing.js';
import { Grabs20261121000700 } from './20261121000700-grabs.js';
import { Collection20261121000800 } from './20261121000800-collection.js';
import { Ledger20261121000900 } from './20261121000900-ledger.js';
import { Settlement20261121001000 } from './20261121001000-settlement.js';
import { Repayments20261121001100 } from './20261121001100-repayments.js';
import { Sandboxes20261121001200 } from './20261121001200-sandboxes.js';
import { Imports20261121001300 } from './20261121001300-imports.js';
import { Feed20261121001400 } from './20261121001400-feed.js';
import { Webhooks20261121001500 } from './20261121001500-webhooks.js';
import { MachineAccess20261121001600 } from './20261121001600-machine-access.js';
import { Connectors20261121001800 } from './20261121001800-connectors.js';
import { SandboxWorlds20261121001900 } from './20261121001900-sandbox-worlds.js';
import { InboxByTime20261121002000 } from './20261121002000-inbox-by-time.js';
import { MoneyFromBooks20261130000100 } from './20261130000100-money-from-books.js';

/** Every migration, oldest first. A new one joins at the end and is never changed after it has landed. */
export const migrations = [
  Ground20261121000000,
  Plumbing20261121000100,
  Identity20261121000200,
  Verification20261121000300,
  Cases20261121000400,
  Intake20261121000500,
  Standing20261121000600,
  Grabs20261121000700,
  Collection20261121000800,
  Ledger20261121000900,
  Settlement20261121001000,
  Repayments20261121001100,
  Sandboxes20261121001200,
  Imports20261121001300,
  Feed20261121001400,
  Webhooks20261121001500,
  MachineAccess20261121001600,
  Connectors20261121001800,
  SandboxWorlds20261121001900,
  InboxByTime20261121002000,
  MoneyFromBooks20261130000100,
];
