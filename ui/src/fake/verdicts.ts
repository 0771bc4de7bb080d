// Verdicts as the engine would give them.
import type { Check } from '../bindings/Check';
import type { Sight } from '../bindings/Sight';
import type { SignatureVerdict } from '../bindings/SignatureVerdict';
import type { Verdict } from '../bindings/Verdict';

type Outcome = 'passed' | 'indeterminate' | 'failed';

const questions: [string, string][] = [
  ['signature-dictionary', 'EN 319 142-1 §5.3'],
  ['byte-range', 'ISO 32000-1 §12.8.1'],
  ['contents-hole', 'ISO 32000-1 §12.8.1'],
  ['cms-format', 'EN 319 102-1 §5.2.2'],
  ['signing-certificate', 'EN 319 102-1 §5.2.3'],
  ['message-digest', 'EN 319 102-1 §5.2.7'],
  ['signature-value', 'EN 319 102-1 §5.2.7'],
  ['algorithms', 'EN 319 102-1 §5.2.8'],
  ['certificate-path', 'EN 319 102-1 §5.2.6'],
  ['certificate-validity', 'EN 319 102-1 §5.2.6'],
  ['key-usage', 'EN 319 102-1 §5.2.6'],
  ['qualified-certificate', 'EN 319 412-5 §4.2'],
  ['signer-revocation', 'EN 319 102-1 §5.2.5'],
  ['path-revocation', 'EN 319 102-1 §5.2.5'],
  ['timestamp-token', 'EN 319 102-1 §5.4'],
  ['timestamp-path', 'EN 319 102-1 §5.4'],
  ['time-order', 'EN 319 102-1 §5.5.4'],
  ['coverage', 'EN 319 102-1 §5.2.7'],
  ['changes-after-signing', 'EN 319 102-1 §5.2.7'],
  ['validation-data', 'EN 319 142-1 §5.4'],
  ['qualification', 'TS 119 615 §4'],
];

const details: Record<string, Record<string, string>> = {
  'message-digest': { digest: 'SHA-256 8c4f2f6f0b7a4f6a1d3b0c9e7d55aa10' },
  'signature-value': { algorithm: 'RSASSA-PSS, SHA-256, 6144 bits' },
  'timestamp-token': { time: '2026-11-22T12:03:11Z', authority: 'Demo TSA 2026' },
  'signer-revocation': { 'produced-at': '2026-11-22T12:03:12Z', status: 'good' },
};

const certificate: Check['evidence'][number] = { kind: 'certificate', sha256: 'c7'.repeat(32) };
const evidence: Record<string, Check['evidence']> = {
  'timestamp-token': [{ kind: 'timestamp', sha256: '1d'.repeat(32) }],
  'certificate-path': [certificate],
  'signer-revocation': [certificate, { kind: 'ocsp', sha256: '5a'.repeat(32) }],
};

const never = new Set(['qualification', 'changes-after-signing']);

function checksOf(outcome: Outcome, level: SignatureVerdict['level']): Check[] {
  const wrong = { passed: [], indeterminate: ['certificate-path', 'signer-revocation'], failed: ['message-digest', 'coverage'] }[outcome] as string[];
  const stamps = ['timestamp-token', 'timestamp-path', 'time-order'];
  return questions.map(([question, clause]) => ({
    question,
    clause,
    answer: never.has(question)
      ? 'not-judged'
      : wrong.includes(question)
        ? outcome === 'failed' ? 'failed' : 'indeterminate'
        : level === 'b-b' && stamps.includes(question) ? 'not-applicable' : 'passed',
    detail: details[question] ?? {},
    sights: [],
    evidence: evidence[question] ?? [],
  }));
}

/** Checks with those that did not pass, gravest first: some questions come before the others. */
function judged(checks: Check[], first: string[] = []): Pick<SignatureVerdict, 'checks' | 'obstacles' | 'reason'> {
  const those = (answer: Check['answer']) => checks.flatMap((check, index) => (check.answer === answer ? [index] : []));
  const last = (index: number) => Number(!first.includes(checks[index]?.question ?? ''));
  const obstacles = [...those('failed'), ...those('indeterminate').sort((one, other) => last(one) - last(other))];
  return { checks, obstacles, reason: obstacles.length > 0 ? 'standard' : null };
}

export function signatureOf(outcome: Outcome, name: string, level: SignatureVerdict['level'] = 'b-lt'): SignatureVerdict {
  return {
    kind: 'signature',
    authority: null,
    field: 'Signature1',
    signer: { name, pseudonym: false, personalCode: '40504040001', country: 'EE', issuer: 'DEMO EID-SK 2024E' },
    indication: ({ passed: 'total-passed', indeterminate: 'indeterminate', failed: 'total-failed' } as const)[outcome],
    subIndication: { passed: null, indeterminate: 'NO_CERTIFICATE_CHAIN_FOUND', failed: 'HASH_FAILURE' }[outcome],
    level,
    bestSignatureTime: level === 'b-b' ? null : '2026-11-22T12:03:11Z',
    claimedTime: '2026-11-22T12:03:04Z',
    coversWholeFile: outcome !== 'failed',
    qualification: 'not-judged',
    ...judged(checksOf(outcome, level)),
  };
}

/** The same where pages look different from what was signed, and words of it are covered. */
export function changedAfter(signature: SignatureVerdict): SignatureVerdict {
  const on = (page: number, rect: [number, number, number, number] | null, to = page) => ({ place: { first: page, last: to, rect } });
  const nothing = { change: null, name: null };
  const seen: Record<string, Sight[]> = {
    'changes-after-signing': [
      { what: 'forbidden', why: 'level', change: 'annotation-added', name: 'FreeText', ...on(3, [72, 144, 216, 180]) },
      { what: 'changed', change: 'metadata', name: null, place: null },
    ],
    pages: [
      { what: 'differs', was: 'Pay 9999 EUR', is: 'Pay 1111 EUR', ...nothing, ...on(3, [72, 144, 216, 180]) },
      { what: 'not-compared', why: 'time', ...nothing, ...on(4, null, 9) },
    ],
    'covered-content': [
      { what: 'covered', words: 'The borrower repays 10 000 euros by 31 December 2031', ...nothing, ...on(3, [72, 150, 210, 176]) },
      { what: 'covered', words: null, ...nothing, ...on(2, [300, 500, 420, 560]) },
    ],
    'field-looks': [{ what: 'misleading', value: '10 000', shown: '1 000', change: null, name: 'Amount', ...on(1, [100, 600, 200, 620]) }],
    'active-content': [
      { what: 'active', kind: 'action', count: 2, change: null, name: 'Launch', ...on(1, [100, 600, 200, 620]) },
      { what: 'active', kind: 'layers', count: 1, ...nothing, place: null },
    ],
  };
  const answers: Record<string, Check['answer']> = { pages: 'indeterminate', 'changes-after-signing': 'indeterminate' };
  const added = Object.entries(seen).map(([question, sights]): Check => ({
    question,
    clause: 'EN 319 102-1 §5.2.7',
    answer: answers[question] ?? 'warning',
    detail: {},
    sights,
    evidence: [],
  }));
  const others = signature.checks
    .filter(({ question }) => !(question in seen))
    .map((check): Check => (check.question === 'coverage' ? { ...check, answer: 'information' } : check));
  return {
    ...signature,
    indication: 'indeterminate',
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    coversWholeFile: false,
    ...judged([...others, ...added], Object.keys(answers)),
    reason: 'document',
  };
}

/** A document time-stamp, which nobody signs. */
export function stampOf(): SignatureVerdict {
  const checks = checksOf('passed', 'b-lta').filter(({ question }) => /byte-range|timestamp|coverage/.test(question));
  const nobody = { name: '', pseudonym: false, personalCode: null, country: null, issuer: '' };
  return {
    ...signatureOf('passed', ''),
    kind: 'timestamp',
    authority: 'Demo TSA 2026',
    field: 'Signature2',
    signer: nobody,
    level: 'none',
    claimedTime: null,
    ...judged(checks),
  };
}

export function verdictOf(name: string, test: boolean, signatures: SignatureVerdict[]): Verdict {
  const worst = ['total-failed', 'indeterminate', 'total-passed'] as const;
  return {
    trust: { source: 'demo', test },
    program: 'Pitser 0.1.0',
    policy: { name: 'everyday', hash: '1c70b72b578b4f7c' },
    at: '2026-11-22T12:03:20Z',
    overall: worst.find((one) => signatures.some((signature) => signature.indication === one)) ?? null,
    document: { name, sha256: '8c4f2f6f0b7a4f6a1d3b0c9e7d55aa108c4f2f6f0b7a4f6a1d3b0c9e7d55aa10', size: 84_312, revisions: 1 + signatures.length, state: 'sound' },
    asked: 'authorities',
    missing: [],
    signatures,
    turnedAway: null,
  };
}
