import { Module } from '@nestjs/common';
import { WorldsModule } from '../worlds/index.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.js';

/** Uploads and downloads, and the ownership of files. */
@Module({ imports: [WorldsModule], controllers: [FilesController], providers: [Files], exports: [Files] })
export class FilesModule {}
