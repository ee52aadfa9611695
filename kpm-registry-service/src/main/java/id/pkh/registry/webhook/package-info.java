/**
 * Other systems are notified of events of the feed by HTTP, as Standard Webhooks describes it. A
 * system subscribes, an officer approves, and each subscription has its own place in the feed.
 */
package id.pkh.registry.webhook;
