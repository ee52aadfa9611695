/**
 * Documents for people, as tagged PDF. A sheet is written when it is drawn, so a file of ten
 * thousand letters needs as little memory as one; see docs/adr/0038.
 */
package id.pkh.platform.pdf;
