package id.pkh.registry.planted;

import org.apache.kafka.clients.producer.Producer;

/** Planted: a banned name, and a message sent past the outbox. */
public abstract class SendingService {

    abstract Producer<String, byte[]> producer();
}
