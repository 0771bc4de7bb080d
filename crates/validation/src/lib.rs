//! EN 319 102-1: building blocks, processes, policy and the evidence that is wanted.
