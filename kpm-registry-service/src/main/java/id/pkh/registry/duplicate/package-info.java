/**
 * Families that may be the same one, or that may have a person in common: found by a machine,
 * judged by people. {@code docs/rules/duplicates.md} has the rules.
 */
package id.pkh.registry.duplicate;
