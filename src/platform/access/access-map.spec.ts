import { Controller, Get, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { Access, Public } from './access.js';
import { AccessMap, assertEveryHandlerDeclaresAccess } from './access-map.js';

@Controller('v1/lamps')
class LampController {
  @Get(':id')
  @Access({ scope: 'hall:read' })
  lamp() {}

  @Post()
  @Public()
  light() {}

  notAHandler() {}
}

@Resolver()
class LampResolver {
  @Query(() => String, { name: 'lamps' })
  @Access({ roles: ['owner'] })
  allLamps() {}
}

@Resolver()
class SilentResolver {
  @Mutation(() => String)
  breakLamp() {}
}

const moduleOf = (...resolvers: (new () => object)[]) =>
  Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [LampController],
    providers: [AccessMap, ...resolvers],
  }).compile();

describe('AccessMap', () => {
  it('lists every entrance of both faces with its rule', async () => {
    const map = (await moduleOf(LampResolver)).get(AccessMap);
    expect(map.entrances()).toEqual([
      { face: 'rest', name: 'GET /v1/lamps/:id', handler: 'LampController.lamp', access: { scope: 'hall:read' } },
      { face: 'rest', name: 'POST /v1/lamps', handler: 'LampController.light', access: 'public' },
      { face: 'graphql', name: 'Query.lamps', handler: 'LampResolver.allLamps', access: { roles: ['owner'] } },
    ]);
    expect(() => assertEveryHandlerDeclaresAccess(map)).not.toThrow();
  });

  it('keeps the application from starting when a handler says nothing', async () => {
    const silent = await moduleOf(LampResolver, SilentResolver);
    await expect(silent.init()).rejects.toThrow('SilentResolver.breakLamp (Mutation.breakLamp)');
  });
});
