package com.ailuxe.local.search;

import java.util.List;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.plugins.Plugin;

/**
 * Knows the one setting of OpenSearch's index management that Tasklist's templates mention; without
 * it the templates are refused and Tasklist does not start.
 */
public final class IndexPolicyPlugin extends Plugin {
  @Override
  public List<Setting<?>> getSettings() {
    return List.of(
        Setting.simpleString(
            "index.plugins.index_state_management.policy_id",
            Property.IndexScope,
            Property.Dynamic));
  }
}
