import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { FileEntity, FileRemovalEntity } from './file.entity.js';
import { FileRetention } from './file-retention.js';
import { LocalStorage } from './local-storage.js';
import { Storage } from './storage.js';
import { StoredFiles } from './stored-files.js';

/** Files in a local folder, or in an object store when one is configured. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([FileEntity, FileRemovalEntity])],
  providers: [
    {
      provide: Storage,
      inject: [Config],
      useFactory: async (config: Config) => {
        if (!config.s3) return new LocalStorage(join(config.dataDir, 'files'));
        // The object store's client is large: loaded only where it is used.
        const { S3Storage } = await import('./s3-storage.js');
        return new S3Storage(config.s3);
      },
    },
    StoredFiles,
    FileRetention,
  ],
  exports: [Storage, StoredFiles],
})
export class StorageModule {}
