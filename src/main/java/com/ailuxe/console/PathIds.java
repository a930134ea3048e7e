package com.ailuxe.console;

import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.talent.TalentId;
import com.ailuxe.tasks.TaskKey;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the ids that stand in the paths of the calls. */
@Configuration(proxyBeanMethods = false)
class PathIds implements WebMvcConfigurer {
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, ContractId.class, ContractId::parse);
    registry.addConverter(String.class, ConversationId.class, ConversationId::parse);
    registry.addConverter(String.class, DeskRequestId.class, DeskRequestId::parse);
    registry.addConverter(String.class, MessageId.class, MessageId::parse);
    registry.addConverter(String.class, TaskKey.class, TaskKey::parse);
    registry.addConverter(String.class, TalentId.class, TalentId::parse);
  }
}
