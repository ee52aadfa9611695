/**
 * Versions of policies. One officer enters a version as a whole document, another person approves
 * it by its hash, and it applies from a day in the future. A service describes each kind of policy
 * with a {@link id.pkh.platform.policies.PolicyKind}, and permits entering it with an operation
 * that calls {@link id.pkh.platform.policies.PolicyEntry}. Everything else is the same for all
 * kinds.
 */
package id.pkh.platform.policies;
