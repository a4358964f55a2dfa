package dev.rollcall.tenant.http;

import dev.rollcall.tenant.RequestQuota;

/** How many requests a window lets through at a time. Guarded by the window that it is of. */
interface Pace {

  /** As many as now. */
  RequestQuota now();

  /** An answer came, be it that there were too many requests. */
  void answered(boolean tooMany);

  /** One that stays as it is: a quota that the vendor publishes. */
  static Pace steady(RequestQuota quota) {
    return new Pace() {
      @Override
      public RequestQuota now() {
        return quota;
      }

      @Override
      public void answered(boolean tooMany) {
        // Others use the same quota then; waiting is all there is to do.
      }
    };
  }
}
