// Verdicts as the engine would give them.
import type { Check } from '../bindings/Check';
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
  }));
}

export function signatureOf(outcome: Outcome, name: string, level: SignatureVerdict['level'] = 'b-lt'): SignatureVerdict {
  return {
    kind: 'signature',
    authority: null,
    field: 'Signature1',
    signer: { name, personalCode: '40504040001', country: 'EE', issuer: 'DEMO EID-SK 2024E' },
    indication: ({ passed: 'total-passed', indeterminate: 'indeterminate', failed: 'total-failed' } as const)[outcome],
    subIndication: { passed: null, indeterminate: 'NO_CERTIFICATE_CHAIN_FOUND', failed: 'HASH_FAILURE' }[outcome],
    level,
    bestSignatureTime: level === 'b-b' ? null : '2026-11-22T12:03:11Z',
    claimedTime: '2026-11-22T12:03:04Z',
    coversWholeFile: outcome !== 'failed',
    qualification: 'not-judged',
    checks: checksOf(outcome, level),
    reason: null,
  };
}

/** A document time-stamp, which nobody signs. */
export function stampOf(): SignatureVerdict {
  const checks = checksOf('passed', 'b-lta').filter(({ question }) => /byte-range|timestamp|coverage/.test(question));
  const nobody = { name: '', personalCode: null, country: null, issuer: '' };
  return {
    ...signatureOf('passed', ''),
    kind: 'timestamp',
    authority: 'Demo TSA 2026',
    field: 'Signature2',
    signer: nobody,
    level: 'none',
    claimedTime: null,
    checks,
  };
}

export function verdictOf(name: string, test: boolean, signatures: SignatureVerdict[]): Verdict {
  const worst = ['total-failed', 'indeterminate', 'total-passed'] as const;
  return {
    trust: { source: 'demo', test },
    at: '2026-11-22T12:03:20Z',
    overall: worst.find((one) => signatures.some((signature) => signature.indication === one)) ?? null,
    document: { name, sha256: '8c4f2f6f0b7a4f6a1d3b0c9e7d55aa108c4f2f6f0b7a4f6a1d3b0c9e7d55aa10', size: 84_312, revisions: 1 + signatures.length },
    signatures,
  };
}
