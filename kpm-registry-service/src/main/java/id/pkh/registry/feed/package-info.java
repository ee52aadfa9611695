/**
 * The public events of all services in one order, as other systems read them. No event has personal
 * data; each is shown to callers of its areas.
 */
package id.pkh.registry.feed;
