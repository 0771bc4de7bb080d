// The codes that this window has words for.

/** Codes that come over the wire and the words they need: `family-code` for each. */
export const families = {
  action: [
    'retry', 'send-again', 'start-over', 'check-person', 'choose-another-file', 'choose-another-output', 'open-again',
    'finish', 'finish-later', 'close',
  ],
  answer: ['passed', 'failed', 'indeterminate', 'not-judged', 'not-applicable'],
  country: ['EE', 'LV', 'LT'],
  error: [
    'account-unusable', 'address', 'address-refused', 'algorithm', 'answer-too-large', 'app-too-old', 'bad-request',
    'busy', 'cancelled', 'certificate-mismatch', 'certificate-not-usable', 'certificate-unreadable', 'client-too-old',
    'clock-wrong', 'code-checksum', 'code-form', 'content-type', 'contents-too-small', 'country-form', 'damaged',
    'demo-failed', 'disk-full', 'document-number-form', 'document-unusable', 'empty-file',
    'file-changed', 'file-missing', 'file-other', 'identifier-form', 'interaction', 'internal', 'interrupted',
    'level-too-low', 'link-too-long', 'locked', 'maintenance', 'malformed-answer', 'needs-repair', 'network-setup', 'no-home',
    'no-permission', 'no-such-entry', 'nonce-form', 'not-a-file', 'not-a-pdf', 'not-found', 'not-open', 'not-permitted', 'not-valid',
    'only-in-demo', 'other-profile', 'output-exists', 'own-folder', 'password-needed', 'profile', 'profile-mismatch', 'protocol-failure',
    'output-folder-missing', 'certificate-status-unknown', 'read-only-folder', 'redirected', 'revocation-unavailable', 'see-app', 'server-fault', 'service-refused',
    'service-timed-out', 'session-lost', 'signature-invalid', 'timed-out', 'timestamp-unavailable',
    'tls-pin-mismatch', 'tls-untrusted', 'too-large', 'truncated', 'unavailable', 'unexpected-flow',
    'unexpected-interaction', 'unexpected-status', 'unknown-end-result', 'unreachable', 'unreadable', 'unsupported',
    'user-refused', 'user-refused-choice', 'weak-parameters', 'write-failed', 'wrong-code', 'wrong-document',
    'wrong-password', 'wrong-person',
  ],
  indication: ['total-passed', 'total-failed', 'indeterminate'],
  level: ['b-b', 'b-t', 'b-lt', 'none'],
  obstacle: [
    'algorithms', 'byte-range', 'certificate-path', 'certificate-validity', 'changes-after-signing', 'cms-format',
    'contents-hole', 'coverage', 'file-structure', 'key-usage', 'message-digest', 'path-revocation', 'qualification',
    'signature-dictionary', 'signature-value', 'signer-revocation', 'signing-certificate', 'time-order',
    'timestamp-path', 'timestamp-token', 'unknown', 'validation-data',
  ],
  'person-fault': ['empty', 'form', 'checksum', 'country'],
  qualification: ['not-judged'],
  question: [
    'file-structure', 'signature-dictionary', 'byte-range', 'contents-hole', 'cms-format', 'signing-certificate',
    'message-digest', 'signature-value', 'algorithms', 'certificate-path', 'certificate-validity', 'key-usage', 'signer-revocation',
    'path-revocation', 'timestamp-token', 'timestamp-path', 'time-order', 'coverage', 'changes-after-signing',
    'validation-data', 'qualification', 'unknown',
  ],
  'result-lead': ['passed', 'indeterminate', 'failed'],
  'result-title': ['passed', 'indeterminate', 'failed'],
  'sign-level': ['b-lt', 'b-t', 'b-b'],
  'sign-personal-code-hint': ['EE', 'LV', 'LT'],
  'signature-tally': ['passed', 'failed', 'indeterminate', 'not-judged'],
  'signing-title': ['start', 'code', 'confirm', 'approve', 'qr', 'qr-gone', 'finish', 'cancel'],
  step: [
    'opening', 'certificate', 'preparing', 'approval', 'received', 'checked', 'embedded', 'timestamped', 'revocation',
    'validated', 'saved',
  ],
  'step-doing': [
    'opening', 'certificate', 'preparing', 'approval', 'received', 'checked', 'embedded', 'timestamped', 'revocation',
    'validated', 'saved',
  ],
  'step-state': ['waiting', 'begun', 'done'],
  'sub-indication': [
    'format-failure', 'hash-failure', 'sig-crypto-failure', 'revoked', 'expired', 'not-yet-valid',
    'sig-constraints-failure', 'chain-constraints-failure', 'certificate-chain-general-failure',
    'crypto-constraints-failure', 'crypto-constraints-failure-no-poe', 'policy-processing-error',
    'signature-policy-not-available', 'timestamp-order-failure', 'no-signing-certificate-found',
    'no-certificate-chain-found', 'no-certificate-chain-found-no-poe', 'revoked-no-poe', 'revoked-ca-no-poe',
    'out-of-bounds-no-poe', 'out-of-bounds-not-revoked', 'revocation-out-of-bounds-no-poe', 'no-poe', 'try-later',
    'signed-data-not-found',
  ],
  'verdict-overall': ['passed', 'indeterminate', 'failed'],
  warning: [
    'annotation-not-drawn', 'annotation-without-appearance', 'font-not-usable', 'form-remade', 'image-not-drawn',
    'layers', 'not-drawn', 'repaired', 'script', 'text-cut-off', 'unknown', 'xfa',
  ],
} as const;
export type Family = keyof typeof families;
