/** Attacks every operation with every role and with other areas, as docs/access.md permits. */
package id.pkh.testsupport.access;
