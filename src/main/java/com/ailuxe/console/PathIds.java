package com.ailuxe.console;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.tasks.TaskKey;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the ids that stand in the paths of the calls. */
@Configuration(proxyBeanMethods = false)
class PathIds implements WebMvcConfigurer {
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, ConversationId.class, ConversationId::parse);
    registry.addConverter(String.class, MessageId.class, MessageId::parse);
    registry.addConverter(String.class, TaskKey.class, TaskKey::parse);
  }
}
