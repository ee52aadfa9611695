/**
 * Families and their members as a file of any size, for those who work with a table and not with
 * pages. It has ids and codes and no personal data, so nothing in it has to be logged or masked.
 */
package id.pkh.registry.export;
