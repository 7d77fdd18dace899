import { Module } from '@nestjs/common';
import { ErpClients } from './erp-clients.js';

@Module({ providers: [ErpClients], exports: [ErpClients] })
export class ErpModule {}
