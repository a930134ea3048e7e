package com.ailuxe.console.frame;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.staff.StaffMember;
import org.junit.jupiter.api.Test;

class OpenPagesTests {
  @Test
  void aReplicaThatStopsWaitsForNobodysPage() {
    StaffMember staff = mock();
    when(staff.agency()).thenReturn(AgencyId.random());
    var stream = new NewsStream(mock(News.class));
    var page = stream.open(staff);

    stream.close();

    assertThatIllegalStateException().isThrownBy(() -> page.send("more"));
  }
}
