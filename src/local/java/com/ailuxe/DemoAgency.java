package com.ailuxe;

import com.ailuxe.agency.AgencyId;

/** The agency that {@code db/demo} puts into the local stack and into tests that ask for it. */
public final class DemoAgency {
  public static final AgencyId ID = AgencyId.parse("00000000-0000-4000-8000-000000000001");
  public static final String WHATSAPP_ACCOUNT = "100000000000001";
  public static final String TELEGRAM_ACCOUNT = "100001";

  /** Goes into {@code @TestPropertySource} or a test's {@code properties}. */
  public static final String IN_DATABASE =
      "spring.flyway.locations=classpath:db/migration,classpath:db/demo";

  private DemoAgency() {}
}
