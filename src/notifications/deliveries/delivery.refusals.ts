import { refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class WebhookReplayRunning extends refusal({
  code: 'WEBHOOK_REPLAY_RUNNING',
  status: 409,
  en: 'A replay to this endpoint is under way already.',
  zh: '该接收端的重放正在进行中。',
  title: { zh: '重放进行中' },
  meaning: {
    en: 'An endpoint gets one replay at a time, so that it is not flooded with events it received before.',
    zh: '每个接收端同一时间只进行一次重放，以免被历史事件淹没。',
  },
  remedy: {
    en: 'Wait until it is done; getWebhookReplay shows progress.',
    zh: '请等待其完成；进度可通过 getWebhookReplay 查询。',
  },
}) {}

refuseOnConstraint('webhook_replays_one_running_per_endpoint', () => new WebhookReplayRunning());
