/**
 * Asks the services that own meetings, evidence and payments, in the name of the caller, for
 * workbooks and reports.
 */
package id.pkh.registry.client;
