/**
 * A child who lives with another family: proposed where it lived, confirmed where it lives, and in
 * one family on each day. {@code docs/rules/duplicates.md} has the rules.
 */
package id.pkh.registry.transfer;
