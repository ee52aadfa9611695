/**
 * Two families that are one: which of them stays, proposed by one person, confirmed by another, and
 * decided in the verification service like every other exit. {@code docs/rules/duplicates.md} has
 * the rules.
 */
package id.pkh.registry.merge;
