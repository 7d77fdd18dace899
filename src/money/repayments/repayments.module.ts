import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { GrabsModule } from '../../casework/grabs/index.js';
import { FilesModule } from '../../parties/files/index.js';
import { SettlementModule } from '../settlement/index.js';
import { RepaymentController } from './repayment.controller.js';
import { RepaymentEntity } from './repayment.entity.js';
import { RepaymentRepository } from './repayment.repository.js';
import { RepaymentResolver } from './repayment.resolver.js';
import { RepaymentBooks } from './repayment-books.service.js';
import { RepaymentDisputes } from './repayment-disputes.service.js';
import { RepaymentOutcomes } from './repayment-outcomes.service.js';
import { RepaymentReports } from './repayment-reports.service.js';
import { RepaymentTimeConsumer } from './repayment-time.consumer.js';
import { RepaymentViews } from './repayment-views.js';
import { RepaymentVouchers } from './repayment-vouchers.service.js';
import { Repayments } from './repayments.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RepaymentEntity]), CasesModule, GrabsModule, FilesModule, SettlementModule],
  controllers: [RepaymentController],
  providers: [
    RepaymentBooks,
    RepaymentDisputes,
    RepaymentOutcomes,
    RepaymentReports,
    RepaymentRepository,
    RepaymentResolver,
    RepaymentViews,
    Repayments,
    RepaymentTimeConsumer,
    RepaymentVouchers,
  ],
  exports: [RepaymentBooks, Repayments],
})
export class RepaymentsModule {}
