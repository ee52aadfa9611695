/**
 * A system of another authority, which knows nothing but the pages for other systems and the
 * document of the standard interface. It shares no code with the services and their client.
 */
package id.pkh.district.outside;
