package id.pkh.platform.web;

import jakarta.inject.Singleton;

/** Stands for the key that the module {@code security} derives. */
@Singleton
class TryCursorKey implements CursorKey {

    @Override
    public byte[] bytes() {
        return new byte[32];
    }
}
