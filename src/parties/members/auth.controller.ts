import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, ClientAddress, CurrentActor, Public } from '../../platform/access/index.js';
import { Answers } from '../../platform/faces/index.js';
import { Logins } from './logins.js';
import { SessionsEndedView, SessionView, sessionView } from './members.graphql.js';
import { LoginInput, RefreshSessionInput } from './members.inputs.js';
import { Sessions } from './sessions.js';

@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly logins: Logins,
    private readonly sessions: Sessions,
  ) {}

  @Post('login')
  @Public()
  @ApiOperation({ summary: 'Log a member in.', operationId: 'login' })
  @Answers(SessionView, { description: 'The session.' })
  async login(@Body() { email, password }: LoginInput, @ClientAddress() address: string): Promise<SessionView> {
    return sessionView(await this.logins.login(email, password, address));
  }

  @Post('refresh')
  @Public()
  @ApiOperation({ summary: 'Exchange a refresh token for new tokens. Each works once.', operationId: 'refreshSession' })
  @Answers(SessionView, { description: 'The session with new tokens.' })
  async refresh(@Body() { refreshToken }: RefreshSessionInput): Promise<SessionView> {
    return sessionView(await this.sessions.refresh(refreshToken));
  }

  @Post('logout')
  @Access()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End this session.', operationId: 'logout' })
  @Answers(SessionsEndedView, { description: 'The session has ended.' })
  async logout(@CurrentActor() actor: Actor): Promise<SessionsEndedView> {
    return { ended: await this.sessions.logout(actor) };
  }
}
