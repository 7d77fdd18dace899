import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoginFailuresEntity, LoginPlaceEntity } from './login-failures.entity.js';
import { LoginThrottle } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';

/** Slows down guessing of passwords and client secrets. */
@Module({
  imports: [TypeOrmModule.forFeature([LoginFailuresEntity, LoginPlaceEntity])],
  providers: [LoginThrottle, LoginThrottleRepository],
  exports: [LoginThrottle],
})
export class ThrottleModule {}
