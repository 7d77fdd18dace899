import { Module } from '@nestjs/common';
import { WorldsModule } from '../worlds/index.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.js';

/** Uploads and downloads, and the question whose a file is. */
@Module({ imports: [WorldsModule], controllers: [FilesController], providers: [Files], exports: [Files] })
export class FilesModule {}
