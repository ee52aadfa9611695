/** What the registry counts about a month: docs/rules/figures.md. */
package id.pkh.registry.figure;
