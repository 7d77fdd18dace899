import { Global, Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { BlindIndex } from './blind-index.js';
import { DataKeyEntity } from './data-key.entity.js';
import { FieldCipher } from './field-cipher.js';
import { ForeignKeyRing, KeyRing, RELOAD_MS } from './key-ring.js';
import { SealedTexts } from './sealed-texts.js';

/** Reloads the keys every minute, so that every process can open what a new key sealed. */
@Injectable()
class KeyKeeper implements OnModuleDestroy {
  private readonly logger = new Logger('KeyRing');
  private readonly timer: NodeJS.Timeout;

  constructor(ring: KeyRing, database: Database) {
    const again = () =>
      void ring
        .reload(database)
        .catch((error: Error) => this.logger.warn(`keys could not be reloaded: ${error.message}`));
    this.timer = setInterval(again, RELOAD_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}

/** Sealed fields and blind indexes. The database must be migrated before this module starts: it reads its keys at once. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DataKeyEntity])],
  providers: [
    {
      provide: KeyRing,
      inject: [Database, Config],
      useFactory: (database: Database, config: Config) =>
        KeyRing.load(database, config.masterKey).catch((error) => {
          if (error instanceof ForeignKeyRing) config.forgetMadeKey();
          throw error;
        }),
    },
    KeyKeeper,
    FieldCipher,
    BlindIndex,
    SealedTexts,
  ],
  exports: [FieldCipher, BlindIndex, KeyRing, SealedTexts],
})
export class CryptoModule {}
