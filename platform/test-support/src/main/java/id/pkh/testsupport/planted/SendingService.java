package id.pkh.testsupport.planted;

import org.apache.kafka.clients.producer.Producer;

/** Planted: a name that states nothing, and a message that goes past the outbox. */
public abstract class SendingService {

    abstract Producer<String, byte[]> producer();
}
