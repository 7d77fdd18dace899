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
import { Closings20261130000200 } from './20261130000200-closings.js';
import { ExpiryWarnings20261130000210 } from './20261130000210-expiry-warnings.js';
import { VouchersAndDisputes20261130000220 } from './20261130000220-vouchers-and-disputes.js';
import { LoginPlaces20261130000400 } from './20261130000400-login-places.js';
import { ConfirmedAddresses20261130000410 } from './20261130000410-confirmed-addresses.js';
import { KeyedRequestHashes20261130000500 } from './20261130000500-keyed-request-hashes.js';
import { InnerAddressesUntold20261130000510 } from './20261130000510-inner-addresses-untold.js';
import { EndpointsOfMachines20261130000520 } from './20261130000520-endpoints-of-machines.js';
import { AuditWithoutTexts20261130000530 } from './20261130000530-audit-without-texts.js';
import { SchemaSeen20261130000600 } from './20261130000600-schema-seen.js';
import { GrowthIndexes20261130000700 } from './20261130000700-growth-indexes.js';
import { Retention20261130000710 } from './20261130000710-retention.js';
import { StandingSums20261130000720 } from './20261130000720-standing-sums.js';
import { LedgerParts20261130000730 } from './20261130000730-ledger-parts.js';
import { ForgivenLogins20261130000740 } from './20261130000740-forgiven-logins.js';
import { StandingByCreditor20261130000830 } from './20261130000830-standing-by-creditor.js';
import { CreditorsOfStandings20261130000840 } from './20261130000840-creditors-of-standings.js';
import { LedgerEntriesByMonth20261130000930 } from './20261130000930-ledger-entries-by-month.js';
import { CommissionsTakenBack20261130000940 } from './20261130000940-commissions-taken-back.js';
import { FewerIndexes20261130000950 } from './20261130000950-fewer-indexes.js';
import { CaseNumbersUntold20261130000960 } from './20261130000960-case-numbers-untold.js';
import { SealedReferences20261130000970 } from './20261130000970-sealed-references.js';
import { LanesOfDeliveries20261130000980 } from './20261130000980-lanes-of-deliveries.js';
import { CaseLines20261201000010 } from './20261201000010-case-lines.js';
import { LinesOfRevisions20261201000011 } from './20261201000011-lines-of-revisions.js';
import { LineChanges20261201000012 } from './20261201000012-line-changes.js';
import { BatchesInCases20261201000030 } from './20261201000030-batches-in-cases.js';
import { LaterInstalments20261201000040 } from './20261201000040-later-instalments.js';
import { MattersInTheHall20261201000070 } from './20261201000070-matters-in-the-hall.js';
import { StatedTaxProfiles20261201000071 } from './20261201000071-stated-tax-profiles.js';
import { HoldsGivenBack20261201000080 } from './20261201000080-holds-given-back.js';
import { SumsOfHolds20261201000081 } from './20261201000081-sums-of-holds.js';
import { StandingHistory20261201000082 } from './20261201000082-standing-history.js';
import { PaymentsOfCases20261202000030 } from './20261202000030-payments-of-cases.js';
import { DaysThatStoodStill20261202000040 } from './20261202000040-days-that-stood-still.js';
import { NumbersOfAddedLines20261202000050 } from './20261202000050-numbers-of-added-lines.js';
import { AgreedRevisions20261202000070 } from './20261202000070-agreed-revisions.js';

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
  Closings20261130000200,
  ExpiryWarnings20261130000210,
  VouchersAndDisputes20261130000220,
  LoginPlaces20261130000400,
  ConfirmedAddresses20261130000410,
  KeyedRequestHashes20261130000500,
  InnerAddressesUntold20261130000510,
  EndpointsOfMachines20261130000520,
  AuditWithoutTexts20261130000530,
  SchemaSeen20261130000600,
  GrowthIndexes20261130000700,
  Retention20261130000710,
  StandingSums20261130000720,
  LedgerParts20261130000730,
  ForgivenLogins20261130000740,
  StandingByCreditor20261130000830,
  CreditorsOfStandings20261130000840,
  LedgerEntriesByMonth20261130000930,
  CommissionsTakenBack20261130000940,
  FewerIndexes20261130000950,
  CaseNumbersUntold20261130000960,
  SealedReferences20261130000970,
  LanesOfDeliveries20261130000980,
  CaseLines20261201000010,
  LinesOfRevisions20261201000011,
  LineChanges20261201000012,
  BatchesInCases20261201000030,
  LaterInstalments20261201000040,
  MattersInTheHall20261201000070,
  StatedTaxProfiles20261201000071,
  HoldsGivenBack20261201000080,
  SumsOfHolds20261201000081,
  StandingHistory20261201000082,
  PaymentsOfCases20261202000030,
  DaysThatStoodStill20261202000040,
  NumbersOfAddedLines20261202000050,
  AgreedRevisions20261202000070,
];
