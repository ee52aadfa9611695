/**
 * Asks the services that own meetings, evidence and payments, in the name of the caller, for
 * workbooks, reports and graduations.
 */
package id.pkh.registry.client;
