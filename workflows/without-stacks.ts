/**
 * An error in a workflow says its message, not where it arose. Temporal's worker takes down a stack for every promise of
 * every workflow, a quarter of what a workflow costs; its query for stacks is not used here. Loaded before the first
 * workflow begins: after that `Error` can't be changed.
 */
Error.stackTraceLimit = 0;
