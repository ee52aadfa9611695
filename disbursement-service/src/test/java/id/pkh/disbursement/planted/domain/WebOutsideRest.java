package id.pkh.disbursement.planted.domain;

import jakarta.ws.rs.core.Response;

/** Planted: HTTP stays in rest. */
class WebOutsideRest {
    Response response;
}
