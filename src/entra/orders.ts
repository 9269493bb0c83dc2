import { HarnessError } from '../errors.js';
import type { AuthenticationMethod } from './authentication.js';
import { isAuthenticationMethod } from './authentication.js';

/** What is to be done with a response, the next one or a certain one. */
export interface Order {
  /** Ids of faults, applied in the order of the registry. */
  readonly faults?: readonly string[];
  /** Who signs in, instead of asking. */
  readonly user?: string;
  /** Claims by full name: other values, or `null` to leave one out. */
  readonly claims?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Makes ids and mutations the same each time. */
  readonly seed?: string;
  readonly method?: AuthenticationMethod;
}

/** Orders for the next responses, first in, first out. */
export interface OrderQueue {
  enqueue(order: Order, times?: number): void;
  /** The next order, which it takes away. */
  take(): Order | undefined;
  /** The next order, which stays. */
  peek(): Order | undefined;
  list(): readonly Order[];
  clear(): void;
}

const MAX_ORDERS = 1_000;

export function createOrderQueue(isFault: (id: string) => boolean): OrderQueue {
  let waiting: readonly Order[] = [];
  return {
    enqueue(order, times = 1) {
      check(order, isFault);
      if (!Number.isInteger(times) || times < 1 || waiting.length + times > MAX_ORDERS) {
        throw new HarnessError(
          'ORDER_INVALID',
          `times is ${times}.`,
          `Give a whole number from 1; ${MAX_ORDERS} wait at most.`,
        );
      }
      waiting = [...waiting, ...Array.from({ length: times }, () => order)];
    },
    take() {
      const [next, ...rest] = waiting;
      waiting = rest;
      return next;
    },
    peek: () => waiting[0],
    list: () => waiting,
    clear() {
      waiting = [];
    },
  };
}

/** @throws HarnessError `FAULT_UNKNOWN`, `ORDER_INVALID` */
function check({ faults = [], method }: Order, isFault: (id: string) => boolean): void {
  const unknown = faults.filter((id) => !isFault(id));
  if (unknown.length > 0) {
    throw new HarnessError(
      'FAULT_UNKNOWN',
      `There is no fault called ${unknown.map((id) => `"${String(id).slice(0, 60)}"`).join(', ')}.`,
      'List them with: saml-rehearsal faults',
    );
  }
  if (method !== undefined && !isAuthenticationMethod(method)) {
    throw new HarnessError('ORDER_INVALID', `"${method}" is not a way to sign in.`, 'Use password, multi-factor ...');
  }
}
