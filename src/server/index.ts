/**
 * For the host's own server: the status, Baanx's webhooks, push to the steps, and links that continue on another device.
 * Runs wherever `fetch` does.
 */
export { createBaanxClient, type BaanxClient, type BaanxClientOptions, type Person } from './client.js';
export type { ErrorCode, Failure, Result } from '../baanx/result.js';
export type { VerificationState } from '../baanx/wire.js';
export type { Transport, TransportRequest, TransportResponse } from '../proxy/upstream.js';
export { createWebhookHandler, type WebhookOptions } from './webhook.js';
export type { WebhookEvent, WebhookEventType } from './webhook-event.js';
export type { WebhookReason, WebhookRecord } from './webhook-outcome.js';
export { createMemoryStore, createRedisStore, type WebhookStore } from './event-store.js';
export { createPushHub, type PushHub, type PushHubOptions } from '../proxy/push.js';
export { createHandoff, type Handoff, type HandoffFailure, type HandoffLink } from './handoff.js';
export type { HandoffOptions } from './handoff-options.js';
export type { HandoffStore } from './handoff-store.js';
export type { HandoffSubject } from './handoff-subject.js';
export type { PushRedisState } from '../proxy/push-bus.js';
export type { RedisClient, RedisSubscriber } from '../proxy/redis-client.js';
