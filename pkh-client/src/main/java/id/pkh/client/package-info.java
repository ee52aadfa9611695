/**
 * The client of PKH's REST APIs. {@link id.pkh.client.PkhClient} is the entry; everything else is
 * generated from {@code docs/openapi}.
 */
package id.pkh.client;
