/**
 * The report of a month, for a facilitator or an area, as a workbook and as PDF in Indonesian. It
 * is made from the figures of all four services when it is asked for: docs/rules/report.md.
 */
package id.pkh.registry.report;
