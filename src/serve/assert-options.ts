import { isThenable } from '../element/promise'
import { type AssertOption, assertGiven } from '../issues/given-options'
import { assertPath } from './assert-path'
import { readBaseUrl } from './base-url'
import { serveError } from './errors'
import type { AnyHook } from './hook'
import type { SignatureOptions, VoiceAppOptions } from './options'
import { isObject } from './webhooks/fields'

/** Throws for what the compiler would refuse, and for values that make no sense. */
export function assertOptions(options: VoiceAppOptions): void {
  const given = { ...options }
  assertGiven(given, optionAssertions, { refuseUnknown })
  must('a component', isFunction)(given.answer, 'answer')
  // Undefined, as from a missing variable, would leave the links of the hooks without a seal.
  if ('secret' in given && given.hooks?.length) assertSecret(given.secret, 'secret')
}

// An option that is misspelt here would let webhooks pass that its author meant to refuse.
function assertSignature(value: unknown, option: string): void {
  may('false, or an object with the signature secret of the account', isSignature)(value, option)
  if (!isObject(value)) return
  assertGiven(value, signatureAssertions, { prefix: `${option}.`, refuseUnknown })
  signatureAssertions.secret(value.secret, `${option}.secret`)
}

function refuseUnknown(option: string, nearest: string | undefined): never {
  throw serveError('bad-option', { option, nearest })
}

function must(
  expected: string,
  isRight: (value: unknown) => boolean,
  { isSetting = false } = {},
): AssertOption {
  return (value, option) => {
    if (!isRight(value)) throw serveError('bad-option', { option, expected, value, isSetting })
  }
}

/** As `must`, but takes undefined too. */
function may(...[expected, isRight, kind]: Parameters<typeof must>): AssertOption {
  return must(expected, (value) => value === undefined || isRight(value), kind)
}

/** A value that often comes from an environment variable. */
const setting = { isSetting: true }

const component = may('a component', isFunction)
const listener = may('a function', isFunction)
const flag = may('true or false', (value) => typeof value === 'boolean')
const positive = may('a number above 0', isPositive, setting)
// Undefined, as from a missing variable, is refused: the check would be skipped.
const text = must('a text that is not empty', isText, setting)

const assertSecret = must(
  'a text of at least 32 characters, or an array of them',
  areTexts,
  setting,
)

const optionAssertions: Readonly<Record<keyof VoiceAppOptions, AssertOption>> = {
  answer: component,
  fallback: component,
  event: component,
  hooks: assertHooks,
  baseUrl: (value) => void readBaseUrl(value),
  basePath(value) {
    if (value !== undefined && value !== '') assertPath(value, 'The option basePath')
  },
  signature: assertSignature,
  secret: (value, option) => value === undefined || assertSecret(value, option),
  linkLifetime: positive,
  // A smaller number is most likely meant in seconds.
  deadline: may(
    'a number of milliseconds from 100 to 10,000',
    (value) => isPositive(value) && value >= 100 && value <= 10_000,
    setting,
  ),
  maxBody: positive,
  trustProxy: flag,
  onError: listener,
  onWarning: listener,
  development: flag,
}

const methods: readonly unknown[] = ['GET', 'POST']

const policies: readonly unknown[] = ['ignore', 'if-present', 'require']

const signatureAssertions: Readonly<Record<keyof SignatureOptions, AssertOption>> = {
  secret: must(
    'the signature secret of the account, or an object of one for each api_key',
    isSecret,
    setting,
  ),
  applicationId: text,
  issuer: text,
  methods: may("an array of 'GET', 'POST' or both", areMethods),
  maxAge: positive,
  payloadHashOnGet: may('"ignore", "if-present" or "require"', (value) => policies.includes(value)),
  seen: listener,
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function assertHooks(value: unknown, option: string): void {
  may('an array of hooks, such as those that onInput(…) returns', Array.isArray)(value, option)
  if (!Array.isArray(value)) return
  for (const [index, hook] of value.entries()) assertHook(hook, `${option}[${index}]`)
}

const assertHook = must('a hook, such as that which onInput(…) returns', isHook)

function isHook(value: unknown): boolean {
  return typeof value === 'function' && isFunction((value as Partial<AnyHook>).handler)
}

function areMethods(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((method) => methods.includes(method))
  )
}

function areTexts(value: unknown): boolean {
  const texts = Array.isArray(value) ? value : [value]
  return texts.length > 0 && texts.every((text) => typeof text === 'string')
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isSignature(value: unknown): boolean {
  return value === false || (isObject(value) && !isThenable(value))
}

function isSecret(secret: unknown): boolean {
  if (!isObject(secret)) return isText(secret)
  const secrets = Object.values(secret)
  return secrets.length > 0 && secrets.every(isText)
}
