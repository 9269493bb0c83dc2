/** The public API. */
export type { Contract, ContractFacts, ContractViolation, NamedContract } from './contract/contract.js';
export { evaluateContract } from './contract/evaluate.js';
export type { ContractRule, HeldContract } from './contract/hold.js';
export type { CheckDefinition, Diagnosis, Finding, Remedy } from './diagnosis/check.js';
export { checks } from './diagnosis/checks/index.js';
export type { Fault } from './entra/fault.js';
export { faults } from './entra/faults/index.js';
export { HarnessError } from './errors.js';
export { type CreatedResponse, type CreateResponseOptions, createResponse } from './harness/create-response.js';
export type { HarnessLogins, WaitOptions } from './harness/login-desk.js';
export type { ProbeAttempt, ProbeOptions, ProbeReport } from './harness/probe/probe-options.js';
export { createHarness, type Harness, type HarnessOptions, type SignInOptions } from './harness.js';
export { type DiagnoseOptions, diagnoseMessage as diagnose, type MessageDiagnosis } from './logins/diagnose-message.js';
export type { AnsweredLogin, Login, PendingLogin } from './logins/login.js';
export { type LoginRecord, readLoginRecord } from './logins/login-record.js';
export type { LoginPage, LoginQuery, LoginStore } from './logins/login-store.js';
export { type ReplayedLogin, replayLogin, type VerdictChange } from './logins/replay-login.js';
export { readMetadata } from './saml/read-metadata.js';
