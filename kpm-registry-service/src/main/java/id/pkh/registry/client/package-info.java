/**
 * Asks the services that own meetings, evidence and payments, in the name of the caller, for
 * workbooks, reports, graduations and hand-overs.
 */
package id.pkh.registry.client;
