import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ClientAddress, CurrentActor, Public } from './access.js';
import type { Actor } from './actor.js';
import { SessionsEndedView, SessionView, sessionView } from './identity.graphql.js';
import { LoginInput, RefreshSessionInput } from './identity.inputs.js';
import { SessionService } from './session.service.js';

@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(private readonly sessions: SessionService) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Log a member in.', operationId: 'login' })
  @ApiOkResponse({ type: SessionView })
  async login(@Body() { email, password }: LoginInput, @ClientAddress() address: string): Promise<SessionView> {
    return sessionView(await this.sessions.login(email, password, address));
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Exchange a refresh token for new tokens. Each works once.', operationId: 'refreshSession' })
  @ApiOkResponse({ type: SessionView })
  async refresh(@Body() { refreshToken }: RefreshSessionInput): Promise<SessionView> {
    return sessionView(await this.sessions.refresh(refreshToken));
  }

  @Post('logout')
  @Access()
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End this session.', operationId: 'logout' })
  @ApiOkResponse({ type: SessionsEndedView })
  async logout(@CurrentActor() actor: Actor): Promise<SessionsEndedView> {
    return { ended: await this.sessions.logout(actor) };
  }
}
